namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0041 : GObj
{
    private enum State
    {
        [Forward<EvA>, Ignore<EvB>] One,
    }
}
