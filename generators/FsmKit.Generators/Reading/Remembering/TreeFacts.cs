using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// What one file can mean to gclasses in other files. It stands for its tree, which never changes, and does not keep that alive: an equal
/// object is an equal tree.
/// </summary>
internal sealed class TreeFacts
{
    // Facts follow from the tree alone, so it is the same which compilation, generator or thread asks first; they go when the tree goes.
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = new();

    private HashSet<string>? _words;

    private TreeFacts(Declarations declarations) =>
        (Frame, Members, Spoken, Aliases) = (declarations.Frame, declarations.Members, declarations.Spoken, declarations.Aliases);

    /// <summary>A checksum of the declarations that may change what any name anywhere means.</summary>
    public Fingerprint Frame { get; }

    /// <summary>Members of classes and interfaces, by name: what is found only where it is named. Each with a checksum of its declarations.</summary>
    public IReadOnlyDictionary<string, Fingerprint> Members { get; }

    /// <summary>The names in the expressions of declarations: in constants, default values and arguments of attributes.</summary>
    public HashSet<string> Spoken { get; }

    /// <summary>The names that usings of the file give to types.</summary>
    public IReadOnlyCollection<string> Aliases { get; }

    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out var known)
            ? known
            : Known.GetValue(tree, added => new TreeFacts(Declarations.Of(added, cancellation)));

    /// <summary>The facts of a tree that was looked into: its words count from now on.</summary>
    public static TreeFacts Looked(SyntaxTree tree, CancellationToken cancellation)
    {
        var facts = Of(tree, cancellation);
        facts._words ??= [.. tree.GetRoot(cancellation).DescendantTokens().Where(IsWord).Select(static token => token.ValueText)];
        return facts;
    }

    /// <summary>Whether one of the names stands anywhere in the tree; it was looked into before.</summary>
    public bool Says(HashSet<string> names) => names.Count > 0 && names.Any(_words!.Contains);

    private static bool IsWord(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.UnderscoreToken) || SyntaxFacts.IsContextualKeyword(token.Kind());
}
