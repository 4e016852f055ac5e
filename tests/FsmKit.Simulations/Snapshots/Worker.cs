using System.Text.Json.Serialization;

namespace FsmKit.Simulations.Snapshots;

/// <summary>Works on jobs, one after the other, each for a while. Further jobs wait.</summary>
[GClass(Version = 1, Json = typeof(WorkerJson))]
[Input<EvJob>, Input<EvPulse>]
public sealed partial class Worker : GObj
{
    private const int Milliseconds = 40;

    /// <summary>The jobs that are done, each with what it stands for.</summary>
    [Kept]
    public List<int> Done { get; private set; } = [];

    /// <summary>Number of periodic timeouts.</summary>
    [Kept]
    public int Pulses { get; private set; }

    /// <summary>The job that it is at.</summary>
    [Kept]
    public int Job { get; private set; }

    private enum State
    {
        [On<EvJob>(nameof(AcBegin), Next = Working), Ignore<EvPulse>]
        Resting,

        [Defer<EvJob>, On<EvPulse>(nameof(AcPulse))]
        [After(Milliseconds, nameof(AcDone), Next = Resting)]
        Working,
    }

    private void AcBegin(in EvJob e)
    {
        Job = e.Number;
        StartTimer(TimeSpan.FromMilliseconds(7), TimeSpan.FromMilliseconds(10), new EvPulse());
    }

    private void AcPulse() => Pulses++;

    private void AcDone()
    {
        Done.Add(Job);
        StopTimer<EvPulse>();
    }
}

/// <summary>JSON of the kept members of a worker.</summary>
[JsonSerializable(typeof(List<int>)), JsonSerializable(typeof(EvJob))]
internal sealed partial class WorkerJson : JsonSerializerContext;
