using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Everything that a gclass may depend on: the files of the compilation and of the compilations that it references, its options and its
/// other references. It keeps only the options and the references to files alive.
/// </summary>
internal sealed class Surroundings
{
    private readonly ConditionalWeakTable<Surroundings, Changes> _changes = new();
    private readonly List<TreeFacts> _trees = [];
    private readonly List<object> _settings = [];
    private readonly HashSet<TreeFacts> _present;
    private Fingerprint _frame;

    public Surroundings(Compilation compilation, CancellationToken cancellation)
    {
        Add(compilation, [], cancellation);
        _present = [.. _trees];
    }

    /// <summary>The aliases of usings.</summary>
    public HashSet<string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the file is present and unchanged.</summary>
    public bool Have(TreeFacts tree) => _present.Contains(tree);

    /// <summary>Returns the changes since then, as far as other files can see them.</summary>
    public Changes Since(Surroundings earlier) => _changes.GetValue(earlier, Compare);

    private void Add(Compilation compilation, HashSet<Compilation> added, CancellationToken cancellation)
    {
        if (!added.Add(compilation))
        {
            return;
        }

        _frame.Add(compilation.AssemblyName ?? "");
        _settings.Add(compilation.Options);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var facts = TreeFacts.Of(tree, cancellation);
            _trees.Add(facts);
            _frame.Add(facts.Frame);
            Aliases.UnionWith(facts.Aliases);
        }

        foreach (var reference in compilation.ExternalReferences)
        {
            if (reference is CompilationReference { Compilation: var referenced })
            {
                // The referenced compilation is a new object after each edit there.
                _frame.Add($"{reference.Properties.EmbedInteropTypes} {string.Join(" ", reference.Properties.Aliases)} {referenced.AssemblyName}");
                Add(referenced, added, cancellation);
            }
            else
            {
                _settings.Add(reference);
            }
        }
    }

    private Changes Compare(Surroundings earlier)
    {
        if (!_frame.Equals(earlier._frame) || !_settings.SequenceEqual(earlier._settings))
        {
            return Changes.Any;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _trees.Count; i++)
        {
            if (_trees[i] != earlier._trees[i])
            {
                AddDifferent(names, _trees[i].Members, earlier._trees[i].Members);
            }
        }

        return names.Count > 0 && _trees.Any(tree => names.Any(tree.Spoken.Contains)) ? Changes.Any : new Changes(names);
    }

    private static void AddDifferent(HashSet<string> names, IReadOnlyDictionary<string, Fingerprint> now, IReadOnlyDictionary<string, Fingerprint> then)
    {
        names.UnionWith(now.Where(member => !then.TryGetValue(member.Key, out var before) || !before.Equals(member.Value)).Select(static member => member.Key));
        names.UnionWith(then.Keys.Where(name => !now.ContainsKey(name)));
    }
}

/// <summary>Changes of the declarations of a program.</summary>
internal sealed class Changes(HashSet<string>? names)
{
    /// <summary>Changes after which any name may have another meaning.</summary>
    public static readonly Changes Any = new(null);

    /// <summary>Whether a word of a file may have another meaning.</summary>
    public bool Concern(TreeFacts tree) => names is null || tree.Says(names);
}
