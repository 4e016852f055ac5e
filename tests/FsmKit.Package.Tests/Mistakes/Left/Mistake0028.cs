namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0028 : GObj
{
    private enum State
    {
        [Done(Next = Two), Ignore<EvA>, Ignore<EvB>] One,

        [On<EvA>(Next = One), Ignore<EvB>] Two,

        [Inside(One), On<EvA>(Next = Two)] Three,
    }
}
