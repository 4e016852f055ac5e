namespace Mistakes;

[GClass, Input<EvA>]
public sealed partial class Mistake0022 : GObj
{
    [Flags]
    private enum State
    {
        [Ignore<EvA>] One,
    }
}
