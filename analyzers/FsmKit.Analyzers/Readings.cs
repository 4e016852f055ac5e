using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers;

/// <summary>What has been read of the gclasses of a compilation, for the analyzers that all look at them. It lives as long as the compilation.</summary>
internal static class Readings
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, MachineReading>> All = new();

    /// <summary>Reads a gclass, or gives what has been read already.</summary>
    public static MachineReading Of(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
    {
        var readings = All.GetValue(compilation, static _ => new(SymbolEqualityComparer.Default));
        return readings.TryGetValue(gclass, out var known) ? known : readings.GetOrAdd(gclass, MachineReader.ReadSites(gclass, compilation, cancellation));
    }
}
