package dev.diabolo.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationRuntimeException;

/**
 * Reads a properties file; lists are texts with commas, which options split. The reader below the configuration is used,
 * because that one follows {@code include} to other files, or drops it without a word.
 */
final class PropertiesSettings {
    private PropertiesSettings() {}

    static Map<String, Setting> read(String text, String name) {
        SettingsCollector collector = new SettingsCollector();
        try (PropertiesConfiguration.PropertiesReader reader =
                new PropertiesConfiguration.PropertiesReader(new StringReader(text))) {
            while (reader.nextProperty()) {
                String value = reader.getPropertyValue() == null ? "" : reader.getPropertyValue();
                collector.put(reader.getPropertyName(), value.strip(), name + ":" + reader.getLineNumber());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (ConfigurationRuntimeException broken) {
            throw SettingsCollector.syntax("this is not a properties file: " + broken.getMessage(), name);
        }
        return collector.settings();
    }
}
