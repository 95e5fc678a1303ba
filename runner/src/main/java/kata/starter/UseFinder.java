package kata.starter;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTreePath;
import com.sun.source.util.DocTreePathScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Finds every use of a file's helpers, in code and in documentation; the helper around a place is
 * its user.
 */
final class UseFinder extends TreePathScanner<Void, Optional<Span>> {

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("\\W+");

    private final DocTrees trees;
    private final CompilationUnitTree unit;
    private final Helpers helpers;
    private final List<Fence> fences;
    private final List<UseGraph.Use> uses = new ArrayList<>();

    private UseFinder(
            DocTrees trees, CompilationUnitTree unit, Helpers helpers, List<Fence> fences) {
        this.trees = trees;
        this.unit = unit;
        this.helpers = helpers;
        this.fences = fences;
    }

    static UseGraph find(
            DocTrees trees, CompilationUnitTree unit, Helpers helpers, List<Fence> fences) {
        UseFinder finder = new UseFinder(trees, unit, helpers, fences);
        finder.scan(unit, Optional.empty());
        return new UseGraph(List.copyOf(finder.uses));
    }

    @Override
    public Void visitImport(ImportTree tree, Optional<Span> user) {
        return null;
    }

    @Override
    public Void visitPackage(PackageTree tree, Optional<Span> user) {
        readDocumentation(user);
        return super.visitPackage(tree, user);
    }

    @Override
    public Void visitClass(ClassTree tree, Optional<Span> user) {
        Optional<Span> self = selfOr(user);
        readDocumentation(self);
        if (element() instanceof TypeElement type) {
            type.getPermittedSubclasses().stream()
                    .map(permitted -> ((DeclaredType) permitted).asElement())
                    .forEach(permitted -> use(helpers.needed(permitted), tree, self));
        }
        return super.visitClass(tree, self);
    }

    @Override
    public Void visitMethod(MethodTree tree, Optional<Span> user) {
        Optional<Span> self = selfOr(user);
        readDocumentation(self);
        return super.visitMethod(tree, self);
    }

    @Override
    public Void visitVariable(VariableTree tree, Optional<Span> user) {
        Optional<Span> self = selfOr(user);
        readDocumentation(self);
        return super.visitVariable(tree, self);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Optional<Span> user) {
        Element element = element();
        if (element != null) {
            use(Stream.concat(helpers.needed(element), helpers.importsOf(element)), tree, user);
        }
        return super.visitIdentifier(tree, user);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Optional<Span> user) {
        use(helpers.needed(element()), tree, user);
        return super.visitMemberSelect(tree, user);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Optional<Span> user) {
        use(helpers.needed(element()), tree, user);
        return super.visitMemberReference(tree, user);
    }

    private Element element() {
        return trees.getElement(getCurrentPath());
    }

    private Optional<Span> selfOr(Optional<Span> user) {
        return Optional.ofNullable(element()).flatMap(helpers::member).or(() -> user);
    }

    private void use(Stream<Span> used, Tree place, Optional<Span> user) {
        int task = taskAt(place);
        used.map(span -> new UseGraph.Use(user, span, task)).forEach(uses::add);
    }

    private int taskAt(Tree place) {
        int position = (int) trees.getSourcePositions().getStartPosition(unit, place);
        return fences.stream()
                .filter(fence -> fence.holds(position))
                .mapToInt(Fence::task)
                .findFirst()
                .orElse(0);
    }

    private void readDocumentation(Optional<Span> user) {
        DocCommentTree documentation = trees.getDocCommentTree(getCurrentPath());
        if (documentation != null) {
            Tree place = getCurrentPath().getLeaf();
            new References(place).scan(new DocTreePath(getCurrentPath(), documentation), user);
        }
    }

    /** Finds the uses in a documentation comment, such as those by links. */
    private final class References extends DocTreePathScanner<Void, Optional<Span>> {

        private final Tree place;

        References(Tree place) {
            this.place = place;
        }

        @Override
        public Void visitReference(ReferenceTree tree, Optional<Span> user) {
            use(
                    NOT_IN_A_NAME.splitAsStream(tree.getSignature()).flatMap(helpers::importsOf),
                    place,
                    user);
            use(helpers.needed(trees.getElement(getCurrentPath())), place, user);
            return super.visitReference(tree, user);
        }
    }
}
