namespace Mistakes;

[GClass, Input<EvA>, Output<EvC>]
public sealed partial class Mistake0080Child : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA))] One,
    }

    private void AcA() => Publish(new EvC(1));
}

[GClass]
[Input<EvB>]
public sealed partial class Mistake0080 : GObj
{
    private Mistake0080Child? _child;

    private enum State
    {
        [On<EvB>(nameof(AcB))] One,
    }

    protected override void StartUp() => _child = Create<Mistake0080Child>();

    private void AcB() => _child!.Send(new EvA());
}
