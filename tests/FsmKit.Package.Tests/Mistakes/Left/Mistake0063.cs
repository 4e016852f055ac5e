namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0063 : GObj
{
    private enum State
    {
        [Defer<EvA>, On<EvB>(Next = Two)] One,

        [Ignore<EvA>, On<EvB>(Next = One)] Two,

        [On<EvA>(Next = One), Ignore<EvB>] Three,
    }
}
