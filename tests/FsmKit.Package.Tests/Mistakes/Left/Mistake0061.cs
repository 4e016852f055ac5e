namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0061 : GObj
{
    private enum State
    {
        [On<EvA>(Next = Two), Ignore<EvB>] One,

        [On<EvA>(Next = One), On<EvB>(Next = Three)] Two,

        [Ignore<EvA>, Ignore<EvB>] Three,
    }
}
