using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Divides a file into what may change the meaning of names elsewhere and what cannot: bodies, comments and white space cannot, and members of
/// classes only where they are named.
/// </summary>
internal sealed class Declarations
{
    private readonly HashSet<string> _spoken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Fingerprint> _members = new(StringComparer.Ordinal);
    private Fingerprint _frame;

    public Fingerprint Frame => _frame;

    public IReadOnlyDictionary<string, Fingerprint> Members => _members;

    public HashSet<string> Spoken => _spoken;

    public IReadOnlyCollection<string> Aliases { get; private set; } = [];

    public static Declarations Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var declarations = new Declarations();
        declarations.Read(tree, (CompilationUnitSyntax)tree.GetRoot(cancellation), cancellation);
        return declarations;
    }

    private void Read(SyntaxTree tree, CompilationUnitSyntax root, CancellationToken cancellation)
    {
        // Files have their order, and types of their own, by their names; what a word is depends on the language.
        _frame.Add(tree.FilePath);
        if (tree.Options is CSharpParseOptions options)
        {
            _frame.Add($"{options.LanguageVersion} {string.Join(" ", options.Features.Select(static feature => feature.Key + feature.Value))}");
        }

        Aliases = [.. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>().Select(static directive => directive.Alias?.Name.Identifier.ValueText).OfType<string>()];
        if (IsToBeTakenWhole(root))
        {
            _frame.Add(root.ToFullString());
            _spoken.UnionWith(SpokenNames.In(root));
            return;
        }

        // Of comments only one has a meaning: after it, the settings of the project for nullable types do not hold. So has a directive.
        if (root.GetLeadingTrivia().ToFullString() is var beginning && (beginning.Contains("<auto") || beginning.Contains("#nullable")))
        {
            _frame.Add(beginning);
        }

        AddToFrame(root.Externs);
        AddToFrame(root.Usings);
        AddToFrame(root.AttributeLists);
        if (root.Members.Any(SyntaxKind.GlobalStatement))
        {
            _frame.Add("program");
        }

        Read(root.Members, "", cancellation);
    }

    private void Read(SyntaxList<MemberDeclarationSyntax> members, string around, CancellationToken cancellation)
    {
        foreach (var member in members)
        {
            cancellation.ThrowIfCancellationRequested();
            Read(member, around, cancellation);
        }
    }

    private void Read(MemberDeclarationSyntax member, string around, CancellationToken cancellation)
    {
        switch (member)
        {
            // Declares nothing yet.
            case IncompleteMemberSyntax:
                break;
            case BaseNamespaceDeclarationSyntax space:
                AddToFrame(space.Name);
                AddToFrame(space.Externs);
                AddToFrame(space.Usings);
                Read(space.Members, $"{around}{space.Name}.", cancellation);
                _frame.Add("}");
                break;
            case ClassDeclarationSyntax or InterfaceDeclarationSyntax:
                var type = (TypeDeclarationSyntax)member;
                AddHead(type);
                Read(type.Members, $"{around}{type.Identifier.ValueText}`{type.Arity}.", cancellation);
                _frame.Add("}");
                break;

            // Its locals are in scope in every file.
            case GlobalStatementSyntax statement:
                if (Visibility.Declares(statement))
                {
                    _frame.Add(statement.ToString());
                }

                break;
            default:
                AddMember(member, around);
                break;
        }
    }

    private void AddHead(TypeDeclarationSyntax type)
    {
        foreach (var part in type.ChildNodesAndTokens())
        {
            if (part.AsNode() is { } node)
            {
                if (node is not MemberDeclarationSyntax && !Visibility.IsOfTable(node))
                {
                    _frame.Add(Checksum(node));
                }
            }
            else
            {
                _frame.Add(part.AsToken().Text);
            }
        }
    }

    private void AddMember(MemberDeclarationSyntax member, string around)
    {
        var checksum = Checksum(member);
        var names = member.Parent is ClassDeclarationSyntax or InterfaceDeclarationSyntax ? Visibility.Names(member) : null;
        if (names is null)
        {
            _frame.Add(checksum);
            return;
        }

        foreach (var name in names)
        {
            _members.TryGetValue(name, out var ofName);
            ofName.Add(around);
            ofName.Add(checksum);
            _members[name] = ofName;
        }
    }

    private void AddToFrame(SyntaxNode node) => _frame.Add(Checksum(node));

    private void AddToFrame<T>(SyntaxList<T> nodes)
        where T : SyntaxNode
    {
        foreach (var node in nodes)
        {
            AddToFrame(node);
        }
    }

    private Fingerprint Checksum(SyntaxNode declaration)
    {
        var checksum = default(Fingerprint);
        foreach (var part in declaration.DescendantNodesAndTokensAndSelf(static node => !Visibility.IsHidden(node) && !Visibility.IsOfTable(node)))
        {
            if (part.AsNode() is not { } node)
            {
                checksum.Add(part.AsToken().Text);
            }
            else if (Visibility.IsHidden(node))
            {
                // That there is one counts: without, a property keeps a value and a method has no body to look into.
                checksum.Add(node is EqualsValueClauseSyntax ? "=" : "{}");
            }
            else if (node is AttributeArgumentSyntax or EqualsValueClauseSyntax or ArgumentListSyntax)
            {
                _spoken.UnionWith(SpokenNames.In(node));
            }
        }

        return checksum;
    }

    /// <summary>Whether everything in the file counts: a directive in its middle holds for all declarations that follow, also when it stands in a body.</summary>
    private static bool IsToBeTakenWhole(CompilationUnitSyntax root) =>
        root.ContainsDirectives && root.DescendantTrivia().Any(trivia =>
            trivia.IsKind(SyntaxKind.NullableDirectiveTrivia) && !root.GetLeadingTrivia().Span.Contains(trivia.Span));
}
