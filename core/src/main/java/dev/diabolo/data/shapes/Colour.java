package dev.diabolo.data.shapes;

/**
 * A colour.
 *
 * @param red from 0 to 1, and so are the others
 */
record Colour(double red, double green, double blue) {
    /**
     * Of hue, saturation and value: A. R. Smith, "Color gamut transform pairs", SIGGRAPH 1978.
     *
     * @param hue in turns: 0 red, 1/3 green, 2/3 blue; any number
     * @param saturation from 0 (grey) to 1
     * @param value of the brightest component, from 0 to 1
     */
    static Colour of(double hue, double saturation, double value) {
        return new Colour(
                component(hue, 5, saturation, value),
                component(hue, 3, saturation, value),
                component(hue, 1, saturation, value));
    }

    private static double component(double hue, int shift, double saturation, double value) {
        double turned = (shift + (hue - Math.floor(hue)) * 6) % 6;
        return value - value * saturation * Math.max(0, Math.min(1, Math.min(turned, 4 - turned)));
    }

    Colour towards(Colour other, double share) {
        return new Colour(
                red + share * (other.red - red),
                green + share * (other.green - green),
                blue + share * (other.blue - blue));
    }

    Colour times(double light) {
        return new Colour(red * light, green * light, blue * light);
    }
}
