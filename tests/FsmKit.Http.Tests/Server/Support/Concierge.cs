namespace FsmKit.Http.Tests;

/// <summary>Answers each request at once, as an application in production would: without an allocation.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvHttpRequest>]
public sealed partial class Concierge : GObj
{
    private enum State : byte
    {
        [On<EvHttpRequest>(nameof(AcGreet))]
        Greeting,
    }

    private static void AcGreet(in EvHttpRequest e) => e.Response.Send(200, "text/plain"u8, "Hello, world!"u8);
}
