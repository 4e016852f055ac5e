namespace FsmKit.Testing.Tests.Systems.FailureDetector;

/// <summary>Counts the crashes of which the client has not heard.</summary>
[GClass]
[Input<EvCrashed>, Input<EvHeard>]
public sealed partial class CrashWatch : GObj
{
    private int _unheard;

    private enum State
    {
        [On<EvCrashed>(nameof(AcCount), Next = Waiting)]
        [Refuse]
        Calm,

        [Hot, On<EvHeard>(nameof(AcHear), Next = Calm, When = nameof(IsLast)), On<EvHeard>(nameof(AcHear)), On<EvCrashed>(nameof(AcCount))]
        Waiting,
    }

    private bool IsLast() => _unheard == 1;

    private void AcCount() => _unheard++;

    private void AcHear() => _unheard--;
}
