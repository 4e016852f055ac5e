namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public partial class Mistake0002 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,
    }
}
