package io.leadloop.systemtests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All classes that we ship, read once. */
final class Product {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.leadloop")
            .that(isShipped());

    private Product() {}

    private static DescribedPredicate<JavaClass> isShipped() {
        return JavaClass.Predicates.resideOutsideOfPackage("io.leadloop.systemtests..");
    }
}
