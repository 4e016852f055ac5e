namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0024 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,

        [Inside("Nowhere"), Ignore<EvA>, Ignore<EvB>] Two,
    }
}
