namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0007 : GObj
{
    private enum State
    {
        [Ignore<EvA>] One,
    }
}
