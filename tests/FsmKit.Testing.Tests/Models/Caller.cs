namespace FsmKit.Testing.Tests.Models;

/// <summary>Something is to be called.</summary>
public readonly record struct EvCall(Action What);

/// <summary>Calls the action in its event.</summary>
[GClass]
[Input<EvCall>]
public sealed partial class Caller : GObj
{
    private enum State : byte
    {
        [On<EvCall>(nameof(AcCall))]
        Ready,
    }

    private static void AcCall(in EvCall e) => e.What();
}
