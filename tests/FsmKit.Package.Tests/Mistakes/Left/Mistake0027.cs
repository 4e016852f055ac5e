namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0027 : GObj
{
    private enum State
    {
        [On<EvA>(Next = Was), Ignore<EvB>] One,

        [Ignore<EvA>, Ignore<EvB>] Two,

        [Inside(Two), On<EvA>(Next = One)] Three,

        [Inside(Two), History, Ignore<EvA>] Was,
    }
}
