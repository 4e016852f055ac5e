using System.Text.Json.Serialization;

namespace FsmKit.Simulations.Snapshots;

/// <summary>Has a bit of everything that a snapshot holds: histories, timeouts of states, of silence and named ones, deferred and posted events, children.</summary>
[GClass(Version = 1, Json = typeof(TwinJson))]
[Input<EvGo>, Input<EvBack>, Input<EvPoke>, Input<EvOnce>, Input<EvPulse>, Input<EvEcho>]
public sealed partial class Twin : GObj
{
    /// <summary>Deeds of the twin, in order.</summary>
    [Kept]
    public List<string> Did { get; private set; } = [];

    /// <summary>Number of periodic timeouts. Each tenth one stops the timer.</summary>
    [Kept]
    public int Pulses { get; private set; }

    /// <summary>Whether it has no children of its own kind.</summary>
    [Kept]
    public bool IsChild { get; set; }

    /// <summary>The clock that its list of deeds is written by.</summary>
    public World World { get; set; } = null!;

    private enum State
    {
        /// <summary>At rest. A poke waits.</summary>
        [On<EvGo>(nameof(AcGo), Next = "LastTime"), Defer<EvPoke>, Ignore<EvBack>, Ignore<EvOnce>, Ignore<EvPulse>, On<EvEcho>(nameof(AcEcho))]
        Out,

        /// <summary>Something goes on.</summary>
        [On<EvBack>(nameof(AcBack), Next = Out), On<EvOnce>(nameof(AcOnce)), On<EvPulse>(nameof(AcPulse)), On<EvEcho>(nameof(AcEcho)), Ignore<EvGo>]
        [Idle(379, nameof(AcSilence), Next = Out)]
        In,

        /// <summary>The first part of it.</summary>
        [Inside(In), After(131, nameof(AcFirst), Next = Second), On<EvPoke>(nameof(AcPoke))]
        First,

        /// <summary>The second part.</summary>
        [Inside(In), After(173, nameof(AcSecond), Next = First), Defer<EvPoke>]
        Second,

        /// <summary>The part at which it was left.</summary>
        [Inside(In), History]
        LastTime,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        if (!IsChild)
        {
            Create<Twin>("child", child => (child.IsChild, child.World) = (true, World));
        }
    }

    private Twin? Child => Children.OfType<Twin>().FirstOrDefault();

    private void Note(string what) => Did.Add($"{World.Elapsed.TotalMilliseconds} {what}");

    private void AcGo()
    {
        Note("go");
        StartTimer(TimeSpan.FromMilliseconds(217), new EvOnce(Did.Count));
        StartTimer(TimeSpan.FromMilliseconds(61), TimeSpan.FromMilliseconds(61), new EvPulse());
        PostAlways(new EvEcho(Did.Count));
        Child?.Send(new EvGo());
    }

    private void AcBack()
    {
        Note("back");
        StopTimer<EvPulse>();
        PostAlways(new EvEcho(-1));
    }

    private void AcSilence() => Note("silence");

    private void AcFirst() => Note("first");

    private void AcSecond()
    {
        Note("second");
        Child?.Send(new EvPoke(2));
    }

    private void AcPoke(in EvPoke e)
    {
        Note($"poke {e.Number}");
        Child?.Send(new EvBack());
    }

    private void AcOnce(in EvOnce e) => Note($"once {e.Number}");

    private void AcPulse()
    {
        Note("pulse");
        if (++Pulses % 10 == 0)
        {
            StopTimer<EvPulse>();
        }
    }

    private void AcEcho(in EvEcho e) => Note($"echo {e.Number}");
}

/// <summary>JSON of the kept members of a twin.</summary>
[JsonSerializable(typeof(List<string>)), JsonSerializable(typeof(EvPoke)), JsonSerializable(typeof(EvOnce)), JsonSerializable(typeof(EvEcho))]
internal sealed partial class TwinJson : JsonSerializerContext;
