namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0064 : GObj
{
    private enum State
    {
        [On<EvA>(Next = Two)]
        [Refuse]
        One,

        [On<EvB>(Next = One), Ignore<EvA>] Two,
    }
}
