/** One's own settings: name and notification, password, second factor, sessions, what one was told. */

import { Notifications } from "./me-notifications";
import { Password } from "./me-password";
import { Profile } from "./me-profile";
import { SecondFactor } from "./me-second-factor";
import { Sessions } from "./me-sessions";
import { Reauthentication } from "./reauthentication";

export default function MePart() {
  return (
    <Reauthentication>
      <Profile />
      <Password />
      <SecondFactor />
      <Sessions />
      <Notifications />
    </Reauthentication>
  );
}
