namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0008 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvA>, Ignore<EvB>] One,
    }
}
