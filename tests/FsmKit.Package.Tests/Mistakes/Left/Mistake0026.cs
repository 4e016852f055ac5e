namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0026 : GObj
{
    private enum State
    {
        [On<EvA>(Next = Two, Reenter = true), Ignore<EvB>] One,

        [On<EvA>(Next = One), Ignore<EvB>] Two,
    }
}
