namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed class Mistake0001 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,
    }
}
