namespace FsmKit.Mutants.Exploring;

/// <summary>The mutants that do the same as the gclass does, each with the reason.</summary>
internal static class Equivalents
{
    private static readonly (string GClass, string Kind, string What, string Reason)[] All =
    [
        ("GTimer", "drop Next", "[On<EvSetTimer>(nameof(AcStart), Next = Running, When = nameof(HasInterval))] Running",
            "Running has neither an entry nor an exit nor a timeout: leaving it for itself is staying in it."),
        ("GHttpCliSrv", "drop Ignore", "[Ignore<EvTick>] Gone",
            "The row of the class notes the pace of a connection that is over; nobody asks for it any more."),
        ("GHttpCliSrv", "drop Ignore", "[Ignore<EvOutputSent>] Gone",
            "The row of the class calls no callback in Gone, and there is neither a request nor an idle connection to go on with."),
        ("GHttpCliSrv", "drop Ignore", "[Ignore<EvTransmitReady>] Gone",
            "A gsock tells nothing after its end; and the row of the class does in Gone what that of EvOutputSent does: nothing."),
        ("GHttpCliSrv", "drop Ignore", "[Ignore<EvDisconnected>] Gone",
            "A gsock tells its end once."),
        ("GHttpCliSrv", "drop Ignore", "[Ignore<EvRxData>] Closing",
            "Reached only where a listener of the application throws in the step that ends the channel, before its gsock is told to close or to drop: after that the gsock hands nothing over any more."),
        ("GHttpCliSrv", "wrong Next", "[On<EvNoMore>(nameof(AcCloseCutOff), Next = Closing)] ReadingHead",
            "The input has ended and the gsock is closing: what Idle does with such a connection is closing it again, or breaking it off where it is read too slowly, as Closing does; the first reason stays."),
        ("GHttpCliSrv", "wrong Next", "[On<EvTick>(nameof(AcBodyTooSlow), Next = Closing, When = nameof(IsBodyTooSlow))] WaitResponse",
            "The exchange is abandoned, so that its handler is not heard any more, and the gsock is closing: what Idle does with such a connection is what Closing does."),
        ("GConnex", "drop Ignore", "[Ignore<EvDisable>] Disabled",
            "The row of Offline switches off what is off, and leads from Disabled to Disabled, which has neither an entry nor an exit nor a timeout."),
        ("GConnex", "wrong Next", "[On<EvDisconnected>(nameof(AcRest), Next = Disconnected, When = nameof(MayRest))] Engaged -> On<EvDisconnected>(nameof(AcRest), Next = Offline,",
            "Offline begins in Disconnected."),
        ("GConnex", "wrong Next", "[On<EvEnable>(nameof(AcEnable), Next = Disconnected)] Disabled -> On<EvEnable>(nameof(AcEnable), Next = Offline)",
            "Offline begins in Disconnected."),
        ("GSock", "drop row", "[On<EvClose>(nameof(AcClose), Next = Draining)] PeerFinished",
            "The row of Open leads to Lingering with the same action, and the end of the other side's stream, read again there, on to Draining or the end."),
    ];

    /// <summary>Tells whether a mutant is one of them.</summary>
    public static bool Has(string gclass, Mutant mutant) =>
        All.Any(one => one.GClass == gclass && one.Kind == mutant.Kind && mutant.What.StartsWith(one.What, StringComparison.Ordinal));
}
