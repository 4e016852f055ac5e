namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0009 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>, Ignore<EvC>] One,
    }
}
