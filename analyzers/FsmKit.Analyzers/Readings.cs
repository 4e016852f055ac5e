using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers;

/// <summary>What has been read of the gclasses of a compilation, for the analyzers that all look at them. It lives as long as the compilation.</summary>
internal static class Readings
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, Entry>> All = new();

    /// <summary>Reads a gclass, or gives what has been read already.</summary>
    public static MachineReading Of(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation) => EntryOf(gclass, compilation, cancellation).Reading;

    /// <summary>Whether a gclass can be what it says: what <see cref="GClassAnalyzer"/> says of it, asked once.</summary>
    public static ImmutableArray<Diagnostic> Judge(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
    {
        var entry = EntryOf(gclass, compilation, cancellation);
        lock (entry)
        {
            return entry.Found.IsDefault ? entry.Found = [.. GClassAnalyzer.Rules.SelectMany(rule => rule.Judge(entry.Reading, cancellation))] : entry.Found;
        }
    }

    /// <summary>
    /// Whether a gclass cannot be what it says, or names something that does not compile: what else could be said of it comes when that is mended, so that one mistake is
    /// one message.
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
