using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers;

/// <summary>Cache of readings that the analyzers of a compilation share. It lives as long as the compilation.</summary>
internal static class Readings
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, Entry>> All = new();

    /// <summary>Returns the reading of a gclass, from the cache if possible.</summary>
    public static MachineReading Of(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation) => EntryOf(gclass, compilation, cancellation).Reading;

    /// <summary>Returns the diagnostics of <see cref="GClassAnalyzer"/> for a gclass, from the cache if possible.</summary>
    public static ImmutableArray<Diagnostic> Judge(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
    {
        var entry = EntryOf(gclass, compilation, cancellation);
        lock (entry)
        {
            return entry.Found.IsDefault ? entry.Found = [.. GClassAnalyzer.Rules.SelectMany(rule => rule.Judge(entry.Reading, cancellation))] : entry.Found;
        }
    }

    /// <summary>
    /// Whether a gclass has an error or names something that does not compile. Other rules then stay silent, so that one mistake gives one
    /// message.
    /// </summary>
    public static bool IsBroken(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation) =>
        Of(gclass, compilation, cancellation).Calls.Any(static call => call.Problem != CallProblem.None)
        || Judge(gclass, compilation, cancellation).Any(static found => found.DefaultSeverity == DiagnosticSeverity.Error);

    private static Entry EntryOf(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
    {
        var entries = All.GetValue(compilation, static _ => new(SymbolEqualityComparer.Default));
        return entries.TryGetValue(gclass, out var known) ? known : entries.GetOrAdd(gclass, new Entry(MachineReader.ReadSites(gclass, compilation, cancellation)));
    }

    private sealed class Entry(MachineReading reading)
    {
        public MachineReading Reading { get; } = reading;

        public ImmutableArray<Diagnostic> Found { get; set; }
    }
}
