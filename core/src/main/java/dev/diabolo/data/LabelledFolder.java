package dev.diabolo.data;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of files of one kind. Its sub-folders are classes, with whatever is in them at any depth; or it has folders {@code
 * train} and {@code test}, each of that form. Files come in the order of their paths. Hidden files are not looked at, links
 * in the folder are not followed, and files of other kinds are counted.
 *
 * @param train what is there, or in {@code train}
 * @param test what is in {@code test}
 * @param classes the names of the labels, by number; empty without sub-folders
 * @param others files of other kinds and links
 */
public record LabelledFolder(List<Item> train, Optional<List<Item>> test, List<String> classes, int others) {
    private static final Logger LOG = LoggerFactory.getLogger(LabelledFolder.class);
    private static final String TRAIN = "train";
    private static final String TEST = "test";
    private static final int UNLABELLED = -1;

    /** Deeper nesting is a mistake, or an attack. */
    private static final int DEEPEST = 16;

    public LabelledFolder {
        train = List.copyOf(train);
        test = test.map(List::copyOf);
        classes = List.copyOf(classes);
    }

    /**
     * A file and its label.
     *
     * @param label -1 where there are no classes
     */
    public record Item(Path file, int label) {}

    /** A file by itself. */
    public static LabelledFolder ofFile(Path file) {
        return new LabelledFolder(List.of(new Item(file, UNLABELLED)), Optional.empty(), List.of(), 0);
    }

    /**
     * Lists a folder, or takes a file as it is.
     *
     * @param extensions in lower case, without dots
     * @param known classes that have the first numbers, as a model knows them; others follow in the order of their names
     * @throws DiaboloException (USER) where there is no file of that kind, or some are beside the sub-folders and some in
     *     them
     */
    public static LabelledFolder of(Path path, Set<String> extensions, List<String> known) throws IOException {
        return Files.isDirectory(path) ? new Listing(extensions).list(path, known) : ofFile(path);
    }

    /**
     * Whether files of a kind are in a folder, or in its sub-folders: looks at the first files only.
     *
     * @param extensions in lower case, without dots
     */
    public static boolean holds(Path folder, Set<String> extensions) throws IOException {
        return Files.isDirectory(folder) && holds(folder, hasExtension(extensions), 2);
    }

    private static boolean holds(Path folder, Predicate<Path> wanted, int depth) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            for (Path entry : content) {
                if (Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
                    folders.add(entry);
                } else if (wanted.test(entry)) {
                    return true;
                }
            }
        }
        for (Path inner : folders) {
            if (depth > 0 && holdsWhereReadable(inner, wanted, depth - 1)) {
                return true;
            }
        }
        return false;
    }

    /** A folder that is closed to the user is no reason not to read what is beside it. */
    private static boolean holdsWhereReadable(Path folder, Predicate<Path> wanted, int depth) throws IOException {
        try {
            return holds(folder, wanted, depth);
        } catch (AccessDeniedException closed) {
            LOG.debug("not looked into", closed);
            return false;
        }
    }

    /** Whether a name ends in one of these extensions. */
    public static Predicate<Path> hasExtension(Set<String> extensions) {
        return path -> {
            String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
            return !name.startsWith(".") && extensions.contains(name.substring(name.lastIndexOf('.') + 1));
        };
    }

    /** All files, to train on and to test on. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        train.forEach(item -> files.add(item.file()));
        test.ifPresent(items -> items.forEach(item -> files.add(item.file())));
        return files;
    }

    /** {@code ; classes 0 cat, 1 dog}, or nothing. */
    public String describeClasses() {
        if (classes.isEmpty()) {
            return "";
        }
        List<String> named = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            named.add(i + " " + classes.get(i));
        }
        return "; classes " + String.join(", ", named);
    }

    /** Lists one folder. */
    private static final class Listing {
        private final Set<String> extensions;
        private final Predicate<Path> wanted;
        private int others;

        Listing(Set<String> extensions) {
            this.extensions = new TreeSet<>(extensions);
            this.wanted = hasExtension(extensions);
        }

        LabelledFolder list(Path root, List<String> known) throws IOException {
            boolean divided = Files.isDirectory(root.resolve(TRAIN));
            Path trainRoot = divided ? root.resolve(TRAIN) : root;
            boolean tested = divided && Files.isDirectory(root.resolve(TEST));
            List<Path> train = walk(trainRoot);
            List<Path> test = tested ? walk(root.resolve(TEST)) : List.of();
            requireSome(trainRoot, train);
            if (tested) {
                requireSome(root.resolve(TEST), test);
            }
            Set<String> found = new TreeSet<>(classesOf(trainRoot, train));
            found.addAll(classesOf(root.resolve(TEST), test));
            Set<String> classes = new LinkedHashSet<>(found.isEmpty() ? List.of() : known);
            classes.addAll(found);
            List<String> names = List.copyOf(classes);
            if (others > 0) {
                LOG.info("{}: {} files of other kinds, or links, are not read", root, others);
            }
            return new LabelledFolder(
                    items(trainRoot, train, names),
                    tested ? Optional.of(items(root.resolve(TEST), test, names)) : Optional.empty(),
                    names,
                    others);
        }

        private List<Path> walk(Path folder) throws IOException {
            List<Path> files = new ArrayList<>();
            collect(folder, 0, files);
            files.sort(Comparator.comparing(file -> slashed(folder, file)));
            return files;
        }

        private void collect(Path folder, int depth, List<Path> files) throws IOException {
            if (depth > DEEPEST) {
                throw DiaboloException.user(
                        "data.too-deep",
                        Problem.of("folders are nested more than " + DEEPEST + " deep")
                                .at(folder.toString()));
            }
            try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
                for (Path entry : content) {
                    String name = entry.getFileName().toString();
                    if (Files.isSymbolicLink(entry)) {
                        others++;
                    } else if (Files.isDirectory(entry)) {
                        collect(entry, depth + 1, files);
                    } else if (Files.isRegularFile(entry) && wanted.test(entry)) {
                        files.add(entry);
                    } else if (!name.startsWith(".")) {
                        others++;
                    }
                }
            }
        }

        private static String slashed(Path folder, Path file) {
            return folder.relativize(file).toString().replace('\\', '/');
        }

        private void requireSome(Path folder, List<Path> files) {
            if (files.isEmpty()) {
                throw DiaboloException.user(
                        "data.empty",
                        Problem.of("there is no such file in this folder"
                                        + (others > 0 ? ", but " + others + " of other kinds, or links" : ""))
                                .at(folder.toString())
                                .allowed("names that end in ." + String.join(", .", extensions)));
            }
        }

        /** The sub-folders; none where the files are in the folder itself. */
        private static Set<String> classesOf(Path folder, List<Path> files) {
            Set<String> classes = new TreeSet<>();
            Optional<Path> direct = files.stream()
                    .filter(file -> folder.equals(file.getParent()))
                    .findFirst();
            for (Path file : files) {
                Path relative = folder.relativize(file);
                if (relative.getNameCount() > 1) {
                    if (direct.isPresent()) {
                        throw DiaboloException.user(
                                "data.mixed-folder",
                                Problem.of(direct.get() + " has no class, and " + file + " is of class "
                                                + relative.getName(0))
                                        .at(folder.toString())
                                        .allowed("all files in sub-folders, which are their classes, or none"));
                    }
                    classes.add(relative.getName(0).toString());
                }
            }
            return classes;
        }

        private static List<Item> items(Path folder, List<Path> files, List<String> classes) {
            return files.stream()
                    .map(file -> new Item(
                            file,
                            folder.equals(file.getParent())
                                    ? UNLABELLED
                                    : classes.indexOf(
                                            folder.relativize(file).getName(0).toString())))
                    .toList();
        }
    }
}
