namespace FsmKit.Testing.Models;

/// <summary>Chooses a gobj of the world for a value of an event.</summary>
internal static class GObjs
{
    /// <returns>The gobj, or null. Null also when no gobj fits, even if the type is not nullable.</returns>
    public static object? Of(EventDice dice, Type type, bool isNullable)
    {
        var fitting = dice.World.Loops.Where(static loop => !loop.IsDestroyed).SelectMany(All).Where(type.IsInstanceOfType).ToList();
        if (isNullable && (fitting.Count == 0 || dice.Choose(2) == 0))
        {
            return null;
        }

        return fitting.Count == 0 ? null : fitting[dice.Choose(fitting.Count)];
    }

    private static IEnumerable<GObj> All(GObj gobj) => gobj.Children.SelectMany(All).Prepend(gobj);
}
