namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0006 : GObj
{
    private enum State
    {
        [On<EvA>(Next = "Nowhere"), Ignore<EvB>] One,
    }
}
