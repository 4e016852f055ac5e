namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0017 : GObj
{
    private enum State
    {
        [On<EvA>(Next = Two), Ignore<EvB>] One = 1,

        [On<EvA>(Next = One), Ignore<EvB>] Two = 1,
    }
}
