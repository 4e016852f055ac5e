using System.Collections.Concurrent;

namespace FsmKit.Hosting;

/// <summary>The counters of each loop at its last check. Thread-safe.</summary>
internal sealed class FigureMemory
{
    private readonly ConcurrentDictionary<string, LoopFigures> _last = new(StringComparer.Ordinal);

    /// <summary>Returns the counts since the last call for the loop.</summary>
    public LoopFigures Next(HostedLoop loop)
    {
        var now = LoopFigures.Of(loop);
        var before = default(LoopFigures);
        _last.AddOrUpdate(
            loop.Name,
            now,
            (_, last) =>
            {
                before = last;
                return now;
            });
        return now.Since(before);
    }
}
