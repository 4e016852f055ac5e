namespace FsmKit.Peers;

/// <summary>Sees that what is opened is closed in the end.</summary>
internal sealed class Answered : Monitor
{
    private int _open;

    /// <summary>Something has to come.</summary>
    internal sealed class EvOpen : Event;

    /// <summary>It has come.</summary>
    internal sealed class EvClose : Event;

    [Start, Cold, OnEventDoAction(typeof(EvOpen), nameof(AcOpen)), IgnoreEvents(typeof(EvClose))]
    private sealed class Calm : State;

    [Hot, OnEventDoAction(typeof(EvOpen), nameof(AcOpen)), OnEventDoAction(typeof(EvClose), nameof(AcClose))]
    private sealed class Waiting : State;

    private void AcOpen()
    {
        if (_open++ == 0)
        {
            RaiseGotoStateEvent<Waiting>();
        }
    }

    private void AcClose()
    {
        if (--_open == 0)
        {
            RaiseGotoStateEvent<Calm>();
        }
    }
}
