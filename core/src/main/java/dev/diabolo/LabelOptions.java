package dev.diabolo;

import dev.diabolo.spi.option.Option;

/** What a training run makes of labels. */
public record LabelOptions(
        @Option(
                help =
                        "what is made of the data's labels: none; loss, which learns from those that are known, -1 being unknown;"
                                + " condition, where encoding and decoding are given them",
                defaultValue = "none")
        LabelUse use,

        @Option(
                help =
                        "training examples whose label is known, as many of each class; 0 for all; the others' are hidden",
                unit = "examples",
                defaultValue = "0",
                min = 0,
                max = 100_000_000)
        int known,

        @Option(
                help =
                        "share of the examples in training whose label is known, reached by repeating these; 0 for none repeated",
                defaultValue = "0",
                min = 0,
                max = 0.9)
        double share) {}
