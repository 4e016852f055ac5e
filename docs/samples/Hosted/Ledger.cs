using FsmKit;
using FsmKit.Hosting;
using Microsoft.Extensions.Logging;

namespace HostedSample;

/// <summary>Adds up the entries of the desk, in a loop of its own. The sum is logged before the end of that loop.</summary>
[GClass, Input<EvEntry>]
public sealed partial class Ledger(ILogger<Ledger> log) : GObj, IDrain
{
    private long _bytes;
    private int _entries;

    /// <summary>Bytes after which the ledger is full. A change of appsettings.json counts at once.</summary>
    [Parameter(Reload = true)]
    public partial long Limit { get; set; } = 1000;

    private enum State : byte
    {
        [On<EvEntry>(nameof(AcAdd), When = nameof(Fits))]
        [On<EvEntry>(nameof(AcComplain))]
        Open,
    }

    /// <inheritdoc/>
    public Task DrainAsync(CancellationToken cancellation)
    {
        SampleLog.Sum(log, _bytes, _entries);
        return Task.CompletedTask;
    }

    private bool Fits(in EvEntry e) => _bytes + e.Bytes <= Limit;

    private void AcAdd(in EvEntry e)
    {
        _bytes += e.Bytes;
        _entries++;
    }

    private void AcComplain(in EvEntry e) => SampleLog.TooMany(log, e.Bytes, Limit);
}
