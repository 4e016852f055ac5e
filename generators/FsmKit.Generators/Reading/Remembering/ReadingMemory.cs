using System.Runtime.CompilerServices;
using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Remembers what was read of each gclass, so that a keystroke elsewhere does not read all of them again. A memory is used only where reading
/// again is seen to lead to the same: the files that were looked into are there unchanged, and no name in them can have got another meaning.
/// </summary>
/// <remarks>
/// It hangs on the declaration of the gclass, which is another object after each edit of its file and goes with that file. So it can be wrong
/// for no compilation, whichever comes next, or at the same time, and it keeps no compilation, tree or symbol.
/// </remarks>
internal sealed class ReadingMemory
{
    private const string ShortName = "GClass";

    private readonly ConditionalWeakTable<SyntaxNode, Cell> _cells = new();
    private readonly ConditionalWeakTable<Compilation, Surroundings> _surroundings = new();

    /// <summary>The model of the gclass, as it is remembered or as it is read now; null when the class is none.</summary>
    public GClassModel? Get(
        ClassDeclarationSyntax declaration, Compilation compilation, Func<ClassDeclarationSyntax, Compilation, CancellationToken, Fresh?> read, CancellationToken cancellation)
    {
        var now = _surroundings.TryGetValue(compilation, out var known)
            ? known
            : _surroundings.GetValue(compilation, added => new Surroundings(added, cancellation));
        if (!MayBeMarked(declaration, now))
        {
            return null;
        }

        var cell = _cells.GetOrCreateValue(declaration);
        if (cell.Remembered is { } remembered && remembered.HoldsIn(now))
        {
            cell.Remembered = ReferenceEquals(remembered.Since, now) ? remembered : remembered with { Since = now };
            return remembered.Model;
        }

        var fresh = read(declaration, compilation, cancellation);
        cell.Remembered = fresh?.Looked is null
            ? null
            : new Remembered(fresh.Model, [.. fresh.Looked.Select(tree => TreeFacts.Looked(tree, cancellation)).Distinct()], now);
        return fresh?.Model;
    }

    /// <summary>Whether one of the attributes can be ours, by its name or by one that a using gives it: most classes are passed over here.</summary>
    private static bool MayBeMarked(ClassDeclarationSyntax declaration, Surroundings now) =>
        declaration.AttributeLists.Any(list => list.Attributes.Any(attribute =>
            attribute.Name.GetLastToken().ValueText is var name && (name is KnownNames.GClass or ShortName || now.Aliases.Contains(name) || now.Aliases.Contains(name + "Attribute"))));

    private sealed class Cell
    {
        /// <summary>Replaced as a whole: compilations that have the file in common may come at the same time.</summary>
        public volatile Remembered? Remembered;
    }

    private sealed record Remembered(GClassModel? Model, IReadOnlyList<TreeFacts> Looked, Surroundings Since)
    {
        public bool HoldsIn(Surroundings now) =>
            ReferenceEquals(now, Since)
            || (Looked.All(now.Have) && now.Since(Since) is var changes && !Looked.Any(changes.Concern));
    }
}

/// <summary>What has just been read.</summary>
/// <param name="Model">The model.</param>
/// <param name="Looked">The files that were looked into; null when it is not to be remembered.</param>
internal sealed record Fresh(GClassModel? Model, IReadOnlyCollection<SyntaxTree>? Looked);
