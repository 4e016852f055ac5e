namespace FsmKit.Peers;

/// <summary>Checks that every opening has its closing in the end.</summary>
internal sealed class Answered : Monitor
{
    private int _open;

    /// <summary>An answer has to come.</summary>
    internal sealed class EvOpen : Event;

    /// <summary>The answer has come.</summary>
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
