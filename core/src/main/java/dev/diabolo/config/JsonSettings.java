package dev.diabolo.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads JSON down to texts and lists of texts with their lines. */
final class JsonSettings {
    private static final int DEEPEST = 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final String name;
    private final JsonParser parser;
    private final SettingsCollector collector = new SettingsCollector();

    private JsonSettings(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    static Map<String, Setting> read(String text, String name) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonSettings settings = new JsonSettings(name, parser);
            settings.document();
            return settings.collector.settings();
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            String where = place == null ? name : name + ":" + place.getLineNr() + ":" + place.getColumnNr();
            throw SettingsCollector.syntax("this is not JSON: " + broken.getOriginalMessage(), where);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void document() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw SettingsCollector.syntax("there are no keys here; allowed: an object", name);
        }
        object("");
        if (parser.nextToken() != null) {
            throw SettingsCollector.syntax("there is more after the object's end", where());
        }
    }

    private void object(String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = prefix + parser.currentName();
            String where = where();
            switch (parser.nextToken()) {
                case START_OBJECT -> object(key + ".");
                case START_ARRAY -> collector.put(key, array(key), where);
                case VALUE_NULL -> collector.refuse("the key '" + key + "' has no value", where);
                default -> collector.put(key, parser.getText(), where);
            }
        }
    }

    private List<String> array(String key) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
                texts.add(parser.getText());
            } else {
                collector.refuse("the list '" + key + "' may hold plain values only", where());
                parser.skipChildren();
            }
        }
        return texts;
    }

    private String where() {
        return name + ":" + parser.currentTokenLocation().getLineNr();
    }
}
