using FsmKit;

namespace DoorSample;

/// <summary>Somebody turns the handle, with a key in the hand or with none (0).</summary>
public readonly record struct EvOpen(int Key);

/// <summary>Somebody pushes the door shut.</summary>
public readonly record struct EvClose;

/// <summary>Somebody turns a key in the lock.</summary>
public readonly record struct EvLock(int Key);

/// <summary>The door has been opened.</summary>
public readonly record struct EvOpened(DateTimeOffset At);

/// <summary>A door that opens only with its key.</summary>
[GClass]
[Input<EvOpen>, Input<EvClose>, Input<EvLock>]
[Output<EvOpened>]
public sealed partial class Door : GObj
{
    private int _key;

    private enum State : byte
    {
        /// <summary>Shut, not locked.</summary>
        [On<EvOpen>(nameof(AcOpen), Next = Opened)]
        [On<EvLock>(nameof(AcLock), Next = Locked)]
        [Ignore<EvClose>]
        Closed,

        /// <summary>Open.</summary>
        [On<EvClose>(Next = Closed)]
        [Refuse]
        Opened,

        /// <summary>Shut and locked.</summary>
        [On<EvOpen>(nameof(AcOpen), Next = Opened, When = nameof(KeyFits))]
        [Refuse]
        Locked,
    }

    private void AcOpen() => Publish(new EvOpened(Now));

    private void AcLock(in EvLock e) => _key = e.Key;

    private bool KeyFits(in EvOpen e) => e.Key == _key;
}
