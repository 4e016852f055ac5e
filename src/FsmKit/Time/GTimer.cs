namespace FsmKit;

/// <summary>A timer as a gobj: told by <see cref="EvSetTimer"/>, it publishes <see cref="EvTimeout"/>.</summary>
/// <remarks>
/// After GinsFSM's GTimer, in milliseconds instead of seconds. A timeout that waits in the loop's queue when the timer is stopped or set
/// again is not delivered. A periodic timer does not drift; periods that the loop slept through are left out.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvSetTimer>, Input<EvDue>]
[Output<EvTimeout>]
public sealed partial class GTimer : GObj
{
    private LoopTimer? _timer;
    private int _setting;

    /// <summary>How long until it is due; the last <see cref="EvSetTimer"/> that said it wins.</summary>
    [Parameter(Validate = nameof(IsInterval))]
    public partial TimeSpan Interval { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>The interval in whole seconds, rounded down; -1 for <see cref="Timeout.InfiniteTimeSpan"/> (GinsFSM <c>seconds</c>).</summary>
    [Parameter]
    public partial int Seconds { get; set; }

    /// <summary>Whether it starts again each time it is due.</summary>
    [Parameter]
    public partial bool Autostart { get; set; }

    /// <summary>As what the subscriber gets <see cref="EvTimeout"/>; null for not at all.</summary>
    [Parameter]
    public partial EventName<EvTimeout>? TimeoutEventName { get; set; } = EventName.Own<EvTimeout>();

    public partial int Seconds
    {
        get => Interval == Timeout.InfiniteTimeSpan ? -1 : (int)Math.Min(Interval.TotalSeconds, int.MaxValue);
        set => Interval = value == -1 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(value);
    }

    private enum State : byte
    {
        /// <summary>Not running.</summary>
        [On<EvSetTimer>(nameof(AcStart), Next = Running, When = nameof(HasInterval))]
        [On<EvSetTimer>(nameof(AcStop))]
        [Ignore<EvDue>]
        Idle,

        /// <summary>Waiting for its time.</summary>
        [On<EvSetTimer>(nameof(AcStart), Next = Running, When = nameof(HasInterval))]
        [On<EvSetTimer>(nameof(AcStop), Next = Idle)]
        [On<EvDue>(nameof(AcRepeat), When = nameof(IsLastAndRepeats))]
        [On<EvDue>(nameof(AcTimeout), Next = Idle, When = nameof(IsLast))]
        [Ignore<EvDue>]
        Running,
    }

    /// <summary>The timer of the loop has fired. Posted, so that the timeout comes out of the queue like any other event.</summary>
    private readonly record struct EvDue(int Setting);

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Apply(TimeoutEventName);
        _timer = new LoopTimer(this, () => Post(this, new EvDue(_setting)));
    }

    private static bool IsInterval(TimeSpan value) => value >= TimeSpan.Zero || value == Timeout.InfiniteTimeSpan;

    private bool HasInterval(in EvSetTimer e) => (e.Interval ?? Interval) != Timeout.InfiniteTimeSpan;

    private bool IsLast(in EvDue e) => e.Setting == _setting;

    private bool IsLastAndRepeats(in EvDue e) => Autostart && IsLast(in e);

    private void AcStart(in EvSetTimer e)
    {
        Keep(in e);
        _timer!.Arm(Interval);
    }

    private void AcStop(in EvSetTimer e)
    {
        Keep(in e);
        _timer!.Cancel();
    }

    private void AcRepeat()
    {
        _timer!.ArmNext(Interval);
        Publish(new EvTimeout(this));
    }

    private void AcTimeout() => Publish(new EvTimeout(this));

    private void Keep(in EvSetTimer e)
    {
        Interval = e.Interval ?? Interval;
        Autostart = e.Autostart ?? Autostart;
        _setting++;
    }
}
