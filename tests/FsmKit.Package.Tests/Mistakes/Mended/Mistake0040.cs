namespace Mistakes;

[GClass, Input<EvA>]
public sealed partial class Mistake0040Child : GObj
{
    private enum State
    {
        [Ignore<EvA>] One,
    }
}

[GClass, Input<EvB>]
public sealed partial class Mistake0040 : GObj
{
    private Mistake0040Child? _child;

    private enum State
    {
        [Forward<EvB>(nameof(_child))] One,
    }

    protected override void StartUp() => _child = Create<Mistake0040Child>();
}
