using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Effect of one file on gclasses in other files. It stands for its tree, which never changes, and does not keep the tree alive: an equal
/// object means an equal tree.
/// </summary>
internal sealed class TreeFacts
{
    // Facts follow from the tree alone, so any compilation, generator or thread may compute them first. They are removed with the tree.
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = new();

    private HashSet<string>? _words;

    private TreeFacts(Declarations declarations) =>
        (Frame, Members, Spoken, Aliases) = (declarations.Frame, declarations.Members, declarations.Spoken, declarations.Aliases);

    /// <summary>Checksum of the declarations that may change the meaning of any name anywhere.</summary>
    public Fingerprint Frame { get; }

    /// <summary>
    /// Members of classes and interfaces by name, each with a checksum of its declarations. These matter only where they are named.
    /// </summary>
    public IReadOnlyDictionary<string, Fingerprint> Members { get; }

    /// <summary>The names in the expressions of declarations: constants, default values and arguments of attributes.</summary>
    public HashSet<string> Spoken { get; }

    /// <summary>The aliases of usings in the file.</summary>
    public IReadOnlyCollection<string> Aliases { get; }

    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out var known)
            ? known
            : Known.GetValue(tree, added => new TreeFacts(Declarations.Of(added, cancellation)));

    /// <summary>Returns the facts of a tree that a gclass depends on, with its words.</summary>
    public static TreeFacts Looked(SyntaxTree tree, CancellationToken cancellation)
    {
        var facts = Of(tree, cancellation);
        facts._words ??= [.. tree.GetRoot(cancellation).DescendantTokens().Where(IsWord).Select(static token => token.ValueText)];
        return facts;
    }

    /// <summary>Whether the tree contains one of the names. Requires <see cref="Looked"/>.</summary>
    public bool Says(HashSet<string> names) => names.Count > 0 && names.Any(_words!.Contains);

    private static bool IsWord(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.UnderscoreToken) || SyntaxFacts.IsContextualKeyword(token.Kind());
}
