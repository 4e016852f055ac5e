namespace FsmKit.Testing.Tests.Systems.Peterson;

/// <summary>Keeps the registers, and serves one read or write after the other.</summary>
[GClass]
[Input<EvWrite>, Input<EvRead>]
public sealed partial class Memory : GObj
{
    private readonly int[] _values = new int[3];

    private enum State
    {
        [On<EvWrite>(nameof(AcWrite)), On<EvRead>(nameof(AcRead))]
        Serving,
    }

    private void AcWrite(in EvWrite e)
    {
        _values[(int)e.Register] = e.Value;
        Post(e.Process, new EvWritten());
    }

    private void AcRead(in EvRead e) => Post(e.Process, new EvValue(_values[(int)e.Register]));
}
