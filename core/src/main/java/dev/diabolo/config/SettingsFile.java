package dev.diabolo.config;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.error.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Reads a configuration file by its extension. */
final class SettingsFile {
    /** In bytes. A configuration is a page or two; the bound keeps a wrong file from filling the memory. */
    static final int LARGEST = 1 << 20;

    private SettingsFile() {}

    static Map<String, Setting> read(Path file) {
        String name = file.toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return YamlSettings.read(text(file), name);
        }
        if (lower.endsWith(".json")) {
            return JsonSettings.read(text(file), name);
        }
        if (lower.endsWith(".properties")) {
            return PropertiesSettings.read(text(file), name);
        }
        throw DiaboloException.user(
                "config.unknown-format",
                Problem.of("this is not a configuration file by its extension")
                        .at(name)
                        .allowed(".yaml, .yml, .json, .properties"));
    }

    private static String text(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw SettingsCollector.syntax("it is larger than " + LARGEST + " bytes", file.toString());
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw SettingsCollector.syntax("it is not UTF-8 text", file.toString());
        } catch (NoSuchFileException missing) {
            throw DiaboloException.user(
                    "config.no-file", Problem.of("there is no such file").at(file.toString()));
        } catch (IOException failure) {
            throw DiaboloException.resource(
                    "config.unreadable",
                    Problem.of("the file can't be read: " + Reason.of(failure)).at(file.toString()),
                    failure);
        }
    }
}
