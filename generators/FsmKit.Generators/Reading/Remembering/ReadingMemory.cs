using System.Runtime.CompilerServices;
using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Remembers the reading of each gclass, so that a keystroke elsewhere does not read all of them again. A memory is used only where a new
/// reading would provably be the same: all files that it depends on are unchanged, and no name in them can have another meaning.
/// </summary>
/// <remarks>
/// The memory is attached to the syntax node of the gclass, which is replaced at each edit of its file and dies with the file. So a memory
/// is valid for every compilation, in any order and at the same time, and it keeps no compilation, tree or symbol alive.
/// </remarks>
internal sealed class ReadingMemory
{
    private const string ShortName = "GClass";

    private readonly ConditionalWeakTable<SyntaxNode, Cell> _cells = new();
    private readonly ConditionalWeakTable<Compilation, Surroundings> _surroundings = new();

    /// <summary>Returns the model of the gclass, remembered or newly read; null when the class is no gclass.</summary>
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

    /// <summary>Whether an attribute may be [GClass], by its name or by an alias of a using. Most classes are excluded here.</summary>
    private static bool MayBeMarked(ClassDeclarationSyntax declaration, Surroundings now) =>
        declaration.AttributeLists.Any(list => list.Attributes.Any(attribute =>
            attribute.Name.GetLastToken().ValueText is var name && (name is KnownNames.GClass or ShortName || now.Aliases.Contains(name) || now.Aliases.Contains(name + "Attribute"))));

    private sealed class Cell
    {
        /// <summary>Replaced as a whole, because several compilations with the file may be processed at the same time.</summary>
        public volatile Remembered? Remembered;
    }

    private sealed record Remembered(GClassModel? Model, IReadOnlyList<TreeFacts> Looked, Surroundings Since)
    {
        public bool HoldsIn(Surroundings now) =>
            ReferenceEquals(now, Since)
            || (Looked.All(now.Have) && now.Since(Since) is var changes && !Looked.Any(changes.Concern));
    }
}

/// <summary>Result of a new reading.</summary>
/// <param name="Model">The model.</param>
/// <param name="Looked">The files that the reading depends on; null when it is not to be remembered.</param>
internal sealed record Fresh(GClassModel? Model, IReadOnlyCollection<SyntaxTree>? Looked);
