namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0012 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>, After(0, Next = Two)] One,

        [On<EvA>(Next = One), Ignore<EvB>] Two,
    }
}
