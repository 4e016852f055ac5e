namespace FsmKit;

/// <summary>Timer as a gobj. <see cref="EvSetTimer"/> starts and stops the timer; when due, it publishes <see cref="EvTimeout"/>.</summary>
/// <remarks>
/// The gclass follows GinsFSM's GTimer, with milliseconds instead of seconds. A timeout that waits in the loop's queue when the timer is stopped or
/// set again is not delivered. A periodic timer does not drift; periods that the loop missed are skipped.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvSetTimer>, Input<EvDue>]
[Output<EvTimeout>]
public sealed partial class GTimer : GObj
{
    private LoopTimer? _timer;
    private int _setting;

    /// <summary>
    /// Time until the timer is due. The last <see cref="EvSetTimer"/> that had an interval sets this value. <see cref="Timeout.InfiniteTimeSpan"/>:
    /// the timer does not start, and a running periodic timer comes once more.
    /// </summary>
    [Parameter(Validate = nameof(IsInterval))]
    public partial TimeSpan Interval { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>The interval in whole seconds, rounded down; -1 for <see cref="Timeout.InfiniteTimeSpan"/> (GinsFSM <c>seconds</c>).</summary>
    [Parameter]
    public partial int Seconds { get; set; }

    /// <summary>Whether the timer starts again each time it is due. Default false.</summary>
    [Parameter]
    public partial bool Autostart { get; set; }

    /// <summary>Delivery of <see cref="EvTimeout"/> to the subscriber: unchanged, mapped to another event, or suppressed (null).</summary>
    [Parameter]
    public partial EventName<EvTimeout>? TimeoutEventName { get; set; } = EventName.Own<EvTimeout>();

    public partial int Seconds
    {
        get => Interval == Timeout.InfiniteTimeSpan ? -1 : (int)Math.Min(Interval.TotalSeconds, int.MaxValue);
        set => Interval = value == -1 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(value);
    }

    private enum State : byte
    {
        /// <summary>The timer is not running.</summary>
        [On<EvSetTimer>(nameof(AcStart), Next = Running, When = nameof(HasInterval))]
        [On<EvSetTimer>(nameof(AcStop))]
        [Ignore<EvDue>]
        Idle,

        /// <summary>The timer is running.</summary>
        [On<EvSetTimer>(nameof(AcStart), Next = Running, When = nameof(HasInterval))]
        [On<EvSetTimer>(nameof(AcStop), Next = Idle)]
        [On<EvDue>(nameof(AcRepeat), When = nameof(IsLastAndRepeats))]
        [On<EvDue>(nameof(AcTimeout), Next = Idle, When = nameof(IsLast))]
        [Ignore<EvDue>]
        Running,
    }

    /// <summary>
    /// Reports that the loop timer has fired. The event is posted, so that the timeout is delivered from the queue like any other event.
    /// </summary>
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

    private bool IsLastAndRepeats(in EvDue e) => Autostart && Interval != Timeout.InfiniteTimeSpan && IsLast(in e);

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
