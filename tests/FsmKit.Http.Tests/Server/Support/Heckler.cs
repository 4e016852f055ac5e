namespace FsmKit.Http.Tests;

/// <summary>An application that throws in selected events, and answers requests otherwise.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvHttpChannelOpened>, Input<EvHttpRequest>, Input<EvHttpChannelClosed>, Input<EvHttpServerStopped>]
public sealed partial class Heckler : GObj
{
    private readonly Dictionary<string, int> _heard = [];

    /// <summary>Selects the events in which the application throws, by name.</summary>
    public Func<string, bool> Throws { get; set; } = static _ => false;

    public int Thrown { get; private set; }

    /// <summary>Action behind each answer.</summary>
    public Action? OnAnswered { get; set; }

    private enum State : byte
    {
        [On<EvHttpChannelOpened>(nameof(AcHear))]
        [On<EvHttpRequest>(nameof(AcAnswer))]
        [On<EvHttpChannelClosed>(nameof(AcHear))]
        [On<EvHttpServerStopped>(nameof(AcHear))]
        Heckling,
    }

    /// <summary>Number of times that the application has heard the event.</summary>
    public int Heard<TEvent>() => _heard.GetValueOrDefault(typeof(TEvent).Name);

    private void AcHear(in EvHttpChannelOpened e) => Hear<EvHttpChannelOpened>();

    private void AcAnswer(in EvHttpRequest e)
    {
        Hear<EvHttpRequest>();
        e.Response.Send("ok"u8);
        OnAnswered?.Invoke();
    }

    private void AcHear(in EvHttpChannelClosed e) => Hear<EvHttpChannelClosed>();

    private void AcHear(in EvHttpServerStopped e) => Hear<EvHttpServerStopped>();

    private void Hear<TEvent>()
    {
        var name = typeof(TEvent).Name;
        _heard[name] = _heard.GetValueOrDefault(name) + 1;
        if (Throws(name))
        {
            Thrown++;
            throw new InvalidTimeZoneException("not today");
        }
    }
}
