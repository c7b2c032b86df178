package dev.diabolo.cli;

import dev.diabolo.Rows;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells of a file that was written. */
final class Written {
    private Written() {}

    static void report(Rows rows, Path file, OutputOptions output, Console console) {
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file.toString());
            json.put("rows", rows.size());
            json.put("shape", rows.spec().shape());
            console.json(json);
        } else {
            console.print(Count.of(rows.size(), "row") + " of " + rows.spec() + " in " + file);
        }
    }
}
