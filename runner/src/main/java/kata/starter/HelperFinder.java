package kata.starter;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

import kata.model.SourceFile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** Finds the imports and the private members of a file that may leave it. */
final class HelperFinder extends TreePathScanner<Void, Void> {

    private static final Set<ElementKind> HELPERS =
            Set.of(
                    ElementKind.METHOD,
                    ElementKind.FIELD,
                    ElementKind.CLASS,
                    ElementKind.INTERFACE,
                    ElementKind.ENUM,
                    ElementKind.RECORD,
                    ElementKind.ANNOTATION_TYPE);

    private final DocTrees trees;
    private final CompilationUnitTree unit;
    private final List<Fence> fences;
    private final SpanFinder spans;
    private final Map<Element, Span> members = new HashMap<>();
    private final List<Helpers.Import> imports = new ArrayList<>();

    private HelperFinder(
            DocTrees trees, CompilationUnitTree unit, SourceFile file, List<Fence> fences) {
        this.trees = trees;
        this.unit = unit;
        this.fences = fences;
        this.spans = new SpanFinder(file.text());
    }

    static Helpers find(
            DocTrees trees, CompilationUnitTree unit, SourceFile file, List<Fence> fences) {
        HelperFinder finder = new HelperFinder(trees, unit, file, fences);
        finder.scan(unit, null);
        return new Helpers(Map.copyOf(finder.members), List.copyOf(finder.imports));
    }

    @Override
    public Void visitImport(ImportTree tree, Void nothing) {
        MemberSelectTree name = (MemberSelectTree) tree.getQualifiedIdentifier();
        String simpleName = name.getIdentifier().toString();
        if (!tree.isModule() && !simpleName.equals("*")) {
            String owner = name.getExpression().toString();
            imports.add(new Helpers.Import(owner, simpleName, tree.isStatic(), span(tree)));
        }
        return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        for (Tree member : tree.getMembers()) {
            Element element = trees.getElement(new TreePath(getCurrentPath(), member));
            if (isHelper(element)
                    && standsAlone(member, tree)
                    && fences.stream().noneMatch(fence -> touches(fence, member))) {
                members.put(element, span(member));
            }
        }
        return super.visitClass(tree, nothing);
    }

    private static boolean isHelper(Element element) {
        return element != null
                && HELPERS.contains(element.getKind())
                && element.getModifiers().contains(Modifier.PRIVATE)
                && !isRecordComponent(element);
    }

    private static boolean isRecordComponent(Element element) {
        return element.getKind() == ElementKind.FIELD
                && element.getEnclosingElement().getKind() == ElementKind.RECORD
                && !element.getModifiers().contains(Modifier.STATIC);
    }

    /** Fields that share one declaration share its beginning: they stay. */
    private boolean standsAlone(Tree member, ClassTree type) {
        return type.getMembers().stream().filter(other -> start(other) == start(member)).count()
                == 1;
    }

    /**
     * A helper that holds a task stays for its TODO; one inside a solution comes and goes with it.
     */
    private boolean touches(Fence fence, Tree member) {
        return fence.within(span(member)) || fence.holds(start(member));
    }

    private Span span(Tree tree) {
        return spans.of(start(tree), (int) trees.getSourcePositions().getEndPosition(unit, tree));
    }

    private int start(Tree tree) {
        return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }
}
