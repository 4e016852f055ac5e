using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>Writes the setters of parameters, which normalise and check each value, and the check of the defaults.</summary>
internal static class ParameterEmitter
{
    public static void Emit(SourceWriter writer, MachineModel model)
    {
        foreach (var parameter in model.Parameters.Where(static parameter => !parameter.IsOwn))
        {
            // No doc comment and no mark on the property: both would replace those of the author, who declares it. Only its accessors are
            // generated.
            writer.Line();
            if (parameter.IsOblivious)
            {
                writer.Line("#nullable disable");
            }

            writer.Open($"{parameter.Modifiers} {parameter.Type} {parameter.Name}").Mark().Line(parameter.Getter + ";");
            writer.Line().Mark().Open(parameter.SetterModifiers);
            if (parameter.Coerce is not null)
            {
                writer.Line($"value = {parameter.Coerce}(value);");
            }

            if (parameter.Validate is not null)
            {
                EmitCheck(writer, parameter, "value");
            }

            writer.Line("field = value;").Close().Close();
            if (parameter.IsOblivious)
            {
                writer.Line("#nullable enable");
            }
        }

        var validated = model.Parameters.Where(static parameter => parameter.Validate is not null).ToList();
        if (validated.Count == 0)
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>").Mark().Open($"protected override void {KnownNames.CheckParameters}()");
        foreach (var parameter in validated)
        {
            EmitCheck(writer, parameter, $"this.{parameter.Name}");
        }

        writer.Close();
    }

    private static void EmitCheck(SourceWriter writer, ParameterModel parameter, string value)
    {
        writer.Open($"if (!{parameter.Validate}({value}))");
        writer.Line($"throw global::FsmKit.ParameterException.Rejected(this, {Literal.Of(parameter.Name.TrimStart('@'))}, {value}, {Literal.Of(parameter.Description)});");
        writer.Close().Line();
    }
}
